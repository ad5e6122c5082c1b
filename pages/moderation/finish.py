"""What happens after the last signature. Wagtail imports this file before any model exists."""

from __future__ import annotations

from typing import Any


def finish_and_publish(workflow_state: Any, user: Any = None) -> None:
    """Publish the revision that was approved, whatever the approver's own publish permission.

    `workflow_state.current_task_state.revision` is the text that the last approver looked at.
    """
    workflow_state.current_task_state.revision.publish(user=user, skip_permission_checks=True)

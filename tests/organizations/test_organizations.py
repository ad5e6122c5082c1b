"""Organizations in time: who existed, who took over, under which names."""

from __future__ import annotations

import datetime as dt

import pytest

from organizations.models import Organization
from organizations.register import load
from portal.demo.site import read

LAST_DAY, REFORM = dt.date(2025, 6, 30), dt.date(2025, 7, 1)


@pytest.fixture
def register(db):
    load(read("organizations"))


def named(text):
    return Organization.objects.named(text).get()


def test_the_district_level_ended_on_1_july_2025(register):
    ended = Organization.objects.filter(level="district")
    assert ended.exists()
    assert all(body.existed_on(LAST_DAY) and not body.existed_on(REFORM) for body in ended)
    assert not Organization.objects.existing_on(REFORM).filter(level="district").exists()


def test_one_office_has_several_successors_and_one_successor_several_offices(register):
    office = named("Phòng Giáo dục và Đào tạo quận Hà Đông")
    successors = {body.name for body in office.successors_on(REFORM)}
    assert successors == {"Ủy ban nhân dân phường Hà Đông", "Sở Giáo dục và Đào tạo Hà Nội"}
    assert not office.successors_on(LAST_DAY).exists()
    ward = named("UBND phường Hà Đông")
    assert ward.predecessions.count() == 2


@pytest.mark.parametrize(
    "written",
    [
        "Phòng GDĐT quận Hà Đông",
        "phòng giáo dục đào tạo quận Hà Đông",
        "PHONG GIAO DUC VA DAO TAO QUAN HA DONG",
    ],
)
def test_a_body_is_known_by_its_names_with_or_without_marks(register, written):
    assert named(written).name == "Phòng Giáo dục và Đào tạo quận Hà Đông"


def test_loading_twice_changes_nothing(register):
    before = sorted(Organization.objects.values_list("pk", "name", "valid_to"))
    load(read("organizations"))
    assert sorted(Organization.objects.values_list("pk", "name", "valid_to")) == before

"""Organizations in time: who existed, who took over, under which names."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from organizations.models import Organization, Succession
from organizations.register import load
from portal.demo.site import read

REFORM = dt.date(2025, 7, 1)


@pytest.fixture
def register(db):
    load(read("organizations"))


def named(text):
    return Organization.objects.named(text).get()


def test_the_district_level_ended_on_1_july_2025(register):
    ended = Organization.objects.filter(level="district")
    assert set(ended.values_list("valid_to", flat=True)) == {REFORM}
    assert all(body.has_ended for body in ended)
    assert not named("UBND phường Hà Đông").has_ended


def test_one_office_has_several_successors_and_one_successor_several_offices(register):
    office = named("Phòng Giáo dục và Đào tạo quận Hà Đông")
    successors = {row.successor.name for row in office.successions_so_far()}
    assert successors == {"Ủy ban nhân dân phường Hà Đông", "Sở Giáo dục và Đào tạo Hà Nội"}
    ward = named("UBND phường Hà Đông")
    assert ward.predecessions.count() == 2


def test_what_is_still_to_come_has_not_happened(register):
    ward, office = named("UBND phường Hà Đông"), named("Sở GDĐT Hà Nội")
    tomorrow = timezone.localdate() + dt.timedelta(days=1)
    ward.valid_to = tomorrow
    Succession.objects.create(predecessor=ward, successor=office, happened_on=tomorrow)
    assert not ward.has_ended
    assert ward.successions_so_far() == []


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

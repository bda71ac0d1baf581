"""Referrals, complaints and letters of an office; emergencies as declared, and who takes part in disaster work."""

from kesos.services._cases import Case, Complaint, Referral, Step
from kesos.services._consultations import CONSULTATIONS, Consultation
from kesos.services._courses import COMPLAINT_COURSE, REFERRAL_COURSE, Course, Status
from kesos.services._emergencies import LEVELS, PHASES, EmergencyStatus, Level, Phase, phase_on
from kesos.services._letters import (
    LETTER_KINDS,
    LetterCount,
    LetterCounts,
    LetterKind,
    Recommendation,
    count_letters,
)
from kesos.services._offices import OFFICE_KINDS, OFFICES, Office, OfficeKind, managing_body, roles

__all__ = [
    "COMPLAINT_COURSE",
    "CONSULTATIONS",
    "LETTER_KINDS",
    "LEVELS",
    "OFFICES",
    "OFFICE_KINDS",
    "PHASES",
    "REFERRAL_COURSE",
    "Case",
    "Complaint",
    "Consultation",
    "Course",
    "EmergencyStatus",
    "LetterCount",
    "LetterCounts",
    "LetterKind",
    "Level",
    "Office",
    "OfficeKind",
    "Phase",
    "Recommendation",
    "Referral",
    "Status",
    "Step",
    "count_letters",
    "managing_body",
    "phase_on",
    "roles",
]

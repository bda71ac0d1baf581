"""Quotas: how many a programme may reach, for how much, what follows for each, how it is divided, what was paid."""

from kesos.quotas._apportion import METHODS, Method, apportion
from kesos.quotas._disbursement import Disbursement, DisbursementCheck, check_disbursement
from kesos.quotas._quota import (
    COUNTED,
    ProgramQuota,
    QuotaGrowth,
    SubAreas,
    benefit_per_month,
    benefit_per_recipient,
    coverage,
    expected_disbursement,
    growth,
)

__all__ = [
    "COUNTED",
    "METHODS",
    "Disbursement",
    "DisbursementCheck",
    "Method",
    "ProgramQuota",
    "QuotaGrowth",
    "SubAreas",
    "apportion",
    "benefit_per_month",
    "benefit_per_recipient",
    "check_disbursement",
    "coverage",
    "expected_disbursement",
    "growth",
]

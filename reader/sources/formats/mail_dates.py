"""Dates as messages have them (RFC 5322), and after them RSS."""

from datetime import datetime
from email.utils import parsedate_to_datetime


def parse_mail_date(written: str | None) -> datetime | None:
    """The moment that is written there; None where that is no such date."""
    try:
        return parsedate_to_datetime(written or "")
    except (ValueError, TypeError, IndexError, OverflowError):
        return None

"""Parse the dates of mail messages (RFC 5322), which RSS uses too."""

from datetime import datetime
from email.utils import parsedate_to_datetime


def parse_mail_date(value: str | None) -> datetime | None:
    """Return the date and time in `value`; None where it is not such a date."""
    try:
        return parsedate_to_datetime(value or "")
    except (ValueError, TypeError, IndexError, OverflowError):
        return None

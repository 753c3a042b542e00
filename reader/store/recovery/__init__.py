"""Getting back what is in a damaged library: its rows, a new library in its place, and backups."""

from reader.store.recovery.integrity import problems_of
from reader.store.recovery.library_backups import back_up, backup_folder, backups, check_backup, is_due
from reader.store.recovery.merge import RecoveryReport
from reader.store.recovery.replacement import Recovery, recover_from, replace_damaged, restore
from reader.store.recovery.salvage import is_library

__all__ = [
    "Recovery",
    "RecoveryReport",
    "back_up",
    "backup_folder",
    "backups",
    "check_backup",
    "is_due",
    "is_library",
    "problems_of",
    "recover_from",
    "replace_damaged",
    "restore",
]

"""Features of zip archives that are not supported are refused in one sentence."""

import pytest

from reader.errors import SourceError
from reader.sources.formats.zip_archive import ZipArchive
from tests.sources.sample_files import zipped


@pytest.mark.parametrize(
    ("offset", "value", "reason"),
    [
        (6, 99, "could not be read as a zip archive"),  # the version that is needed to unpack it: 9.9
        (8, 0x01, "protected with a password"),
        (8, 0x20, "can't be decompressed"),  # patches of another file
        (8, 0x40, "can't be decompressed"),  # strong encryption
        (10, 97, "a compression that is not supported"),  # WavPack
        (10, 99, "a compression that is not supported"),  # AES
    ],
)
def test_an_unsupported_zip_feature_is_refused(offset, value, reason):
    data = bytearray(zipped({"a.txt": "The ferry was late."}))
    data[data.index(b"PK\x01\x02") + offset] = value
    with pytest.raises(SourceError, match=reason):
        ZipArchive(bytes(data)).read("a.txt")

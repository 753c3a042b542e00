"""What a zip archive can ask for beyond what is read here is refused in a sentence."""

import pytest

from reader.errors import SourceError
from reader.sources.formats.zip_archive import ZipArchive
from tests.sources.sample_files import zipped


@pytest.mark.parametrize(
    ("place", "value", "reason"),
    [
        (6, 99, "could not be read as a zip archive"),  # the version that is needed to unpack it: 9.9
        (8, 0x01, "protected with a password"),
        (8, 0x20, "can't be decompressed"),  # patches of another file
        (8, 0x40, "can't be decompressed"),  # strong encryption
        (10, 97, "a compression that is not supported"),  # WavPack
        (10, 99, "a compression that is not supported"),  # AES
    ],
)
def test_what_is_packed_in_an_unknown_way_is_refused(place, value, reason):
    data = bytearray(zipped({"a.txt": "The ferry was late."}))
    data[data.index(b"PK\x01\x02") + place] = value
    with pytest.raises(SourceError, match=reason):
        ZipArchive(bytes(data)).read("a.txt")

"""What separates a headline from the name of the outlet in the title of a page."""

import re

TITLE_SEPARATOR = re.compile(r"\s+(?:[|–—·•«»‹›]|-|::?)\s+|\s*[\uff1a\uff5c]\s*")

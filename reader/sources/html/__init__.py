"""From a web page to blocks and facts: the article's element, its blocks, boilerplate, title, byline, date."""

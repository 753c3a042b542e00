"""From a location to bytes: files, standard input, and pages fetched from checked addresses, or from the cache."""

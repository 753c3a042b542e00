"""Pure functions over an article's text: anchors, navigation, layout in rows, the linear view, foldings."""

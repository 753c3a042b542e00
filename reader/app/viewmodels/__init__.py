"""What the panes show, as pure data and functions: nothing here touches Textual."""

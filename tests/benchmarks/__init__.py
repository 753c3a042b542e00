"""What is measured: predictions for scorers, and speed."""

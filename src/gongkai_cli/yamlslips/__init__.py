"""What people type that YAML does not take as they mean it, found in the lines without a parser."""

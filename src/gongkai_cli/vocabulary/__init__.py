"""How notices put things: what bodies are called, what tells of the past, what can be dialled."""

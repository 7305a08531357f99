"""The four ways of printing one goal map, as dataclasses that a template only has to walk."""

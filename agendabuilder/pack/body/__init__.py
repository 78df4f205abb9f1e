"""The stamped pages of all reports, put together as one file that later packs start from."""

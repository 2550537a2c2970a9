"""Makes annotated training notes from sentence frames and name lists."""

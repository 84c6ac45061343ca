"""What several screens show, or what stands by itself on one."""

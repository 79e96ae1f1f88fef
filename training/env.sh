# Source before training: freed memory is kept, since page faults are dear on small virtual machines (steps up to 9 times faster).
export MALLOC_MMAP_THRESHOLD_=2000000000 MALLOC_TRIM_THRESHOLD_=8000000000 MALLOC_TOP_PAD_=500000000 OMP_WAIT_POLICY=passive GOMP_SPINCOUNT=0

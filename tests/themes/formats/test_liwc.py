def test_a_file_is_read_as_its_program_reads_it_or_the_entry_is_named(case, assert_reads):
    assert_reads(case)

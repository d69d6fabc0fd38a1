#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    tassel_tests::hostile::paging(input);
});

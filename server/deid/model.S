/* The tagger's weights, as they are, in the program's read-only data; a bucket lies in one cache line. */
    .section .rodata
    .global covision_tagger_begin
    .global covision_tagger_end
    .balign 64
covision_tagger_begin:
    .incbin COVISION_TAGGER
covision_tagger_end:
    .byte 0
    .section .note.GNU-stack,"",%progbits

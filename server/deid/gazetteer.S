/* The word lists, as they are, in the program's read-only data. */
    .section .rodata
    .global covision_gazetteer_begin
    .global covision_gazetteer_end
    .balign 16
covision_gazetteer_begin:
    .incbin COVISION_GAZETTEER
covision_gazetteer_end:
    .byte 0
    .section .note.GNU-stack,"",%progbits

# The window in other languages: resources/translations/catchment_LANGUAGE.ts; English needs its plurals alone. The
# target `update_translations` brings the texts of the sources into them. Without Qt's Linguist tools the program is
# built in English.
file(GLOB translations CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/resources/translations/*.ts)
set(english ${PROJECT_SOURCE_DIR}/resources/translations/catchment_en.ts)
find_package(Qt6 QUIET COMPONENTS LinguistTools)
if(Qt6LinguistTools_FOUND)
    set(others ${translations})
    list(REMOVE_ITEM others ${english})
    set(look_up Qt6::lupdate app qml maps -I . -extensions cpp,h,qml -locations none -no-obsolete -source-language en)
    add_custom_target(update_translations
        COMMAND ${look_up} -ts ${others}
        COMMAND ${look_up} -pluralonly -ts ${english}
        WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
    foreach(file ${translations})
        get_filename_component(name ${file} NAME_WE)
        set(binary ${CMAKE_CURRENT_BINARY_DIR}/translations/${name}.qm)
        add_custom_command(OUTPUT ${binary} DEPENDS ${file}
            COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_CURRENT_BINARY_DIR}/translations
            COMMAND Qt6::lrelease -silent ${file} -qm ${binary})
        list(APPEND translation_binaries ${binary})
    endforeach()
    qt_add_resources(catchment_app catchment_translations
        PREFIX /
        BASE ${CMAKE_CURRENT_BINARY_DIR}
        FILES ${translation_binaries})
endif()

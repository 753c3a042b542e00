# Completion of pullquote for bash 4.0 or newer, as `pullquote completion bash` prints it.

_pullquote() {
    local kind value help shown with_files= prefix=
    local -a words=() names=()
    while IFS=$'\t' read -r kind value help; do
        if [[ $kind == file ]]; then
            with_files=yes prefix=$value
        elif [[ $kind == plain ]]; then
            printf -v shown '%q' "$value"
            words+=("$shown")
        fi
    done < <(_PULLQUOTE_COMPLETE="${COMP_LINE:0:COMP_POINT}" "$1" 2>/dev/null </dev/null)
    COMPREPLY=("${words[@]}")
    [[ $with_files ]] || return 0
    # Readline completes file names itself where COMPREPLY is empty; it knows quotes, colons and ~.
    compopt -o default
    [[ ${#words[@]} -gt 0 ]] || return 0
    while IFS= read -r value; do
        # A word that is a command is never taken for the file of that name.
        [[ " ${words[*]} " == *" $value "* ]] || names+=("$value")
    done < <(compgen -f -- "$prefix")
    [[ ${#names[@]} -gt 0 ]] || return 0
    compopt -o filenames
    COMPREPLY+=("${names[@]}")
}

complete -F _pullquote pullquote

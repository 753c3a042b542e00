#compdef pullquote
# Completion of pullquote for zsh, as `pullquote completion zsh` prints it.

_pullquote() {
    local line with_files ret=1
    local -a parts described
    for line in "${(@f)$(_PULLQUOTE_COMPLETE="${(j: :)words[1,CURRENT-1]} $PREFIX" ${~words[1]} 2>/dev/null </dev/null)}"; do
        parts=("${(@ps:\t:)line}")
        case $parts[1] in
            plain) described+=("${parts[2]//:/\\:}${parts[3]:+:$parts[3]}") ;;
            file) with_files=yes ;;
        esac
    done
    compset -P '--[a-z-]##='
    (( $#described )) && _describe 'pullquote' described && ret=0
    [[ -n $with_files ]] && _files && ret=0
    return ret
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _pullquote "$@"
else
    compdef _pullquote pullquote
fi

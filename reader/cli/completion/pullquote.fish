# Completion of pullquote for fish, as `pullquote completion fish` prints it.

function __pullquote_complete
    set -l line (commandline -cp)
    set -l option (string match --regex -- '^--[a-z-]+=' (commandline -ct))
    for answer in (env _PULLQUOTE_COMPLETE="$line" pullquote 2>/dev/null </dev/null)
        set -l parts (string split --max 2 \t -- $answer)
        switch "$parts[1]"
            case plain
                printf '%s\t%s\n' "$option$parts[2]" "$parts[3]"
            case file
                for path in (__fish_complete_path "$parts[2]")
                    echo "$option$path"
                end
        end
    end
end

complete --command pullquote --no-files --arguments '(__pullquote_complete)'

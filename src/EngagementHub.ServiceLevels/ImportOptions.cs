using EngagementHub.ServiceLevels.Sources;
using EngagementHub.ServiceLevels.Sources.Csv;

namespace EngagementHub.ServiceLevels;

/// <summary>What stands behind <c>import-tickets</c>. What is said there holds for this file only; the mapping stays as it is.</summary>
internal sealed record ImportOptions(string File, string Mapping)
{
    public string? Encoding { get; init; }

    public string? Delimiter { get; init; }

    public string? TimeFormat { get; init; }

    public string? Zone { get; init; }

    public string? Rejected { get; init; }

    public bool AcceptsGoodRows { get; init; }

    /// <exception cref="ImportOptionException">An argument is not understood, or one is missing.</exception>
    public static ImportOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new ImportOptions("", "");
        for (var at = 0; at < arguments.Count; at++)
        {
            options = arguments[at] switch
            {
                "--mapping" => options with { Mapping = Next(arguments, ref at) },
                "--encoding" => options with { Encoding = Next(arguments, ref at) },
                "--delimiter" => options with { Delimiter = DelimiterOf(Next(arguments, ref at)) },
                "--dates" => options with { TimeFormat = FormatOf(Next(arguments, ref at)) },
                "--zone" => options with { Zone = Next(arguments, ref at) },
                "--rejected" => options with { Rejected = Next(arguments, ref at) },
                "--accept-good-rows" => options with { AcceptsGoodRows = true },
                ['-', '-', ..] unknown => throw new ImportOptionException($"import-tickets does not know {unknown}; it knows --mapping, --encoding, --delimiter, --dates, --zone, --accept-good-rows and --rejected"),
                var file when options.File.Length == 0 => options with { File = file },
                var more => throw new ImportOptionException($"import-tickets takes one file at a time: '{more}' is one too many"),
            };
        }

        return options.File.Length > 0 && options.Mapping.Length > 0 ? options
            : throw new ImportOptionException("import-tickets needs a FILE and a mapping, as in: import-tickets incidents.csv --mapping servicenow-incident-log");
    }

    public MappingRules Rules(MappingRules saved) => saved with
    {
        Encoding = Encoding ?? saved.Encoding,
        Delimiter = Delimiter ?? saved.Delimiter,
        TimeFormat = TimeFormat ?? saved.TimeFormat,
        Zone = Zone ?? saved.Zone,
    };

    private static string Next(IReadOnlyList<string> arguments, ref int at) => ++at < arguments.Count ? arguments[at]
        : throw new ImportOptionException($"{arguments[at - 1]} needs a value behind it");

    private static string DelimiterOf(string name) => name is "tab" or "\\t" ? "\t" : name.Length == 1 ? name
        : FileForm.Delimiters.FirstOrDefault(known => known.Words == name) is { Words: not null } known ? known.Delimiter.ToString()
        : throw new ImportOptionException($"'{name}' is no delimiter: use one character, or the word tab");

    private static string FormatOf(string name) => WrittenTime.OrderOf(name) is { } order ? WrittenTime.NameOf(order)
        : throw new ImportOptionException($"'{name}' is no order of dates: use dmy, mdy or ymd");
}

/// <summary>The command was called in a way it does not understand.</summary>
internal sealed class ImportOptionException(string sentence) : Exception(sentence);

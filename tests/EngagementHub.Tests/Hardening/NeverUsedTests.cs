using System.Text.RegularExpressions;

namespace EngagementHub.Tests.Hardening;

/// <summary>Ways of doing things that are unsafe whatever surrounds them, looked for in every source.</summary>
[Trait("Runs", "Once")]
public sealed class NeverUsedTests
{
    public static TheoryData<string, string> Unsafe { get; } = new()
    {
        { @"\bMD5\b|\bSHA1\b|\bDES\b|\bTripleDES\b|\bRC2\b", "an old hash or cipher" },
        { @"\bnew Random\(\)|\bRandom\.Shared\b|\bnew Random\(Environment", "chance that can be foretold; take RandomNumberGenerator" },
        { @"DtdProcessing\.Parse|XmlResolver\s*=\s*new|\bXmlTextReader\b|\bXmlDocument\b", "a reader of XML that follows what a file tells it" },
        { @"BinaryFormatter|NetDataContractSerializer|SoapFormatter|LosFormatter|TypeNameHandling|JsonDerivedType|JsonPolymorphic|JavaScriptSerializer", "text that chooses the type it becomes" },
        { @"(FromSqlRaw|ExecuteSqlRaw(Async)?|SqlQueryRaw(<\w+>)?)\(\s*(\$|[^""\s][^,)]*\+)", "a statement put together from text" },
        { @"ServerCertificateCustomValidationCallback|RemoteCertificateValidationCallback|DangerousAcceptAny", "a certificate that nobody looks at" },
        { @"AllowAutoRedirect\s*=\s*true", "a redirect that is followed unseen" },
        { @"Process\.Start\(\s*\$|UseShellExecute\s*=\s*true|/bin/sh|cmd\.exe", "a command line put together from text" },
        { @"\bnew HttpClient\(\)", "a connection that asks no list of allowed hosts" },
        { @"script-src[^;]*unsafe|default-src[^;]*unsafe|unsafe-eval", "a policy that lets scripts in" },
    };

    [Theory, MemberData(nameof(Unsafe))]
    public void No_source_uses(string pattern, string what)
    {
        var unsafely = new Regex(pattern);
        var found = Sources().SelectMany(file => File.ReadLines(file).Select((line, number) => (File: Path.GetRelativePath(HostProcess.Root, file), Line: number + 1, Text: line)))
            .Where(l => !l.Text.TrimStart().StartsWith("//", StringComparison.Ordinal) && unsafely.IsMatch(l.Text));

        Problems.None(found.Select(l => $"{l.File}:{l.Line} uses {what}: {l.Text.Trim()}"));
    }

    [Fact]
    public void Only_text_that_was_made_safe_is_written_as_it_is()
    {
        // What goes through Html.Raw comes from Core's own writers of safe HTML, under one of these names.
        var safe = new Regex(@"Html\.Raw\((await )?([\w.]*(Html|html|HtmlOfAsync\(\w+\)|ToHtml\([\w.]+\))|preview|Model|Model\.Marked)\)");
        var found = Sources().Where(f => f.EndsWith(".cshtml", StringComparison.Ordinal)).SelectMany(file => File.ReadLines(file).Select(line => (File: Path.GetRelativePath(HostProcess.Root, file), Text: line)))
            .Where(l => l.Text.Contains("Html.Raw", StringComparison.Ordinal) && !safe.IsMatch(l.Text));

        Problems.None(found.Select(l => $"{l.File}: {l.Text.Trim()}"));
    }

    [Fact]
    public void Every_file_of_values_is_written_cell_by_cell_in_one_way()
    {
        // Who hands the rows that were refused back has them written by their own writer.
        var writers = new Regex(@"\bCsvCell\.|\bRejectedRows\b");
        var files = Sources().Where(file => !file.EndsWith("CsvCell.cs", StringComparison.Ordinal)).Select(file => (Name: Path.GetRelativePath(HostProcess.Root, file), Text: File.ReadAllText(file))).ToList();

        Problems.None(files.Where(f => Regex.IsMatch(f.Text, @"(""|= ?)text/csv") && f.Name.EndsWith(".cs", StringComparison.Ordinal) && !writers.IsMatch(f.Text)).Select(f => $"{f.Name} writes values without CsvCell"));
        Problems.None(files.Where(f => f.Text.Contains("=+-@", StringComparison.Ordinal)).Select(f => $"{f.Name} guards cells in a way of its own"));
    }

    private static IEnumerable<string> Sources() => ((string[])["src", "themes"]).SelectMany(folder => Directory.EnumerateFiles(Path.Combine(HostProcess.Root, folder), "*.cs*", SearchOption.AllDirectories))
        .Where(f => (f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".cshtml", StringComparison.Ordinal)) && !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("node_modules", StringComparison.Ordinal) && !f.Contains("Migrations", StringComparison.Ordinal));
}

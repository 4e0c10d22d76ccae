using System.Text;
using System.Text.RegularExpressions;

namespace EngagementHub.Core.Recipes;

// The text a node came from: turns byte offsets into line and column, and resolves the few scripts a recipe may hold.
internal sealed partial class RecipeSource(string file, byte[] text)
{
    // A variable that names itself, directly or through others, is resolved to nothing and refused where it stands.
    private readonly HashSet<string> _resolving = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _variables = new(StringComparer.OrdinalIgnoreCase);

    public string File => file;

    public RecipeNode? Root { get; set; }

    public (long Line, long Column) PositionOf(long offset)
    {
        var before = text.AsSpan(0, (int)Math.Min(offset, text.Length));
        var lastEnd = before.LastIndexOf((byte)'\n');
        return (before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[(lastEnd + 1)..]) + 1);
    }

    public long ColumnOf(long line, long bytes)
    {
        var start = 0;
        for (var i = 0; i < line; i++)
        {
            start += text.AsSpan(start).IndexOf((byte)'\n') + 1;
        }

        return Encoding.UTF8.GetCharCount(text.AsSpan(start, (int)Math.Min(bytes, text.Length - start))) + 1;
    }

    public static bool IsScript(string text) => Script().IsMatch(text);

    // Orchard's recipes hold script; these three are values in disguise. Anything else is refused by the caller.
    public string? Resolve(string script)
    {
        if (Uuid().IsMatch(script))
        {
            return Guid.NewGuid().ToString("N");
        }

        if (Variable().Match(script) is { Success: true } match)
        {
            var name = match.Groups["name"].Value;
            if (!_variables.TryGetValue(name, out var value) && _resolving.Add(name) && Root?.Find("variables")?.Find(name) is { } variable)
            {
                // A variable is worked out once: "[js: uuid()]" must be the same wherever it is used. Derived from the
                // recipe and its name, it is also the same on the next run.
                value = Uuid().IsMatch(variable.Raw) ? StableId.From($"{Root.TextOr("name", file)}/{name}").ToString("N") : variable.Text();
                _variables[name] = value;
            }

            return value;
        }

        return Parameter().IsMatch(script) ? "admin" : null;
    }

    [GeneratedRegex(@"^(?:\[(?:js|javascript|file|locale|appsettings|configuration)|js|javascript)\s*:", RegexOptions.IgnoreCase)]
    private static partial Regex Script();

    [GeneratedRegex(@"^\[js:\s*uuid\(\)\s*;?\s*\]$")]
    private static partial Regex Uuid();

    [GeneratedRegex(@"^\[js:\s*variables\('(?<name>[^']+)'\)\s*;?\s*\]$")]
    private static partial Regex Variable();

    [GeneratedRegex(@"^\[js:\s*parameters\('[^']+'\)\s*;?\s*\]$")]
    private static partial Regex Parameter();
}

using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Http;

namespace EngagementHub.Core.Web;

/// <summary>A form that says nothing but what its page's own form says, each field once: read without binding it to a page.</summary>
public sealed class PlainForm
{
    private readonly IQueryCollection _asked;
    private readonly IFormCollection _typed;

    private PlainForm(IQueryCollection asked, IFormCollection typed) => (_asked, _typed) = (asked, typed);

    /// <summary>What was typed into the field, as <see cref="TypedText"/> gives it to pages; nothing when it was left empty.</summary>
    public string? this[string field] => _typed.TryGetValue(field, out var typed) ? TypedText.Of(typed.ToString()) : null;

    /// <summary>Reads it; gives nothing where it cannot be read or says more than those fields. Reading it again, as the page does then, gives the same.</summary>
    public static async Task<PlainForm?> ReadAsync(HttpRequest request, params IReadOnlyList<string> fields)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.HasFormContentType)
        {
            return null;
        }

        try
        {
            var typed = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return typed.Files.Count == 0 && typed.All(f => f.Value.Count == 1 && fields.Contains(f.Key, StringComparer.OrdinalIgnoreCase)) ? new PlainForm(request.Query, typed) : null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            // Broken, or larger than is taken: the page answers that.
            return null;
        }
    }

    /// <summary>Whether the address asks nothing but these, each at most once.</summary>
    public bool Asks(params IReadOnlyList<string> names) => _asked.All(a => a.Value.Count == 1 && names.Contains(a.Key, StringComparer.OrdinalIgnoreCase));

    /// <summary>What the address says under the name.</summary>
    public string? Asked(string name) => _asked.TryGetValue(name, out var said) ? said.ToString() : null;
}

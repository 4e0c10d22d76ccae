using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace EngagementHub.Core.Ui;

internal static class FieldErrors
{
    extension(ModelStateDictionary state)
    {
        public string? MessageFor(string name) => state[name]?.Errors
            .Select(error => error.ErrorMessage)
            .FirstOrDefault(message => message.Length > 0);

        /// <summary>Where a link to the field leads: in a date, to the first wrong part.</summary>
        public string IdOf(string name) =>
            Tag.Id(TypedDate.In(state, name) is { } typed ? $"{name}.{typed.WrongPart ?? DatePart.Day}" : name);
    }

    /// <summary>Errors in the order of the page's properties; the dictionary itself sorts by name.</summary>
    public static IEnumerable<string> InOrder(ModelStateDictionary state, ModelMetadata page) =>
        state.Keys.Where(key => state.MessageFor(key) is not null).OrderBy(key => Place(key, page)).ThenBy(key => key, StringComparer.Ordinal);

    private static long Place(string key, ModelMetadata page)
    {
        var names = key.Split('.', '[');
        var outer = page.Properties[names[0]];
        var inner = names.Length > 1 ? outer?.Properties[names[1]] : null;

        return (IndexOf(page, outer) * 1000L) + IndexOf(outer, inner);
    }

    private static int IndexOf(ModelMetadata? owner, ModelMetadata? property) =>
        owner is null || property is null ? 0 : owner.Properties.ToList().IndexOf(property);
}

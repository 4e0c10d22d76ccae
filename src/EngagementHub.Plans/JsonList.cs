using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace EngagementHub.Plans;

/// <summary>A list that belongs to one thing and is always read with it: one text column. A plan of hundreds of actions is read without hundreds of joins.</summary>
internal static class JsonList
{
    public static PropertyBuilder<IReadOnlyList<T>> AsJsonList<T>(this PropertyBuilder<IReadOnlyList<T>> property) =>
        property.HasConversion(new Text<T>(), new SameValues<T>());

    private sealed class Text<T>() : ValueConverter<IReadOnlyList<T>, string>(
        list => JsonSerializer.Serialize(list, JsonSerializerOptions.Default),
        text => text == "[]" ? new List<T>() : JsonSerializer.Deserialize<List<T>>(text, JsonSerializerOptions.Default)!);

    private sealed class SameValues<T>() : ValueComparer<IReadOnlyList<T>>(
        (a, b) => ReferenceEquals(a, b) || (a != null && b != null && a.SequenceEqual(b)),
        list => list.Count,
        list => list);
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.ServiceLevels.Sources;

internal static class JsonColumn
{
    /// <summary>Keeps a value as JSON text in its column.</summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property) => property.HasConversion(
        value => JsonSerializer.Serialize(value, JsonSerializerOptions.Default),
        text => JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Default)!,
        new ValueComparer<T>((a, b) => Text(a) == Text(b), value => Text(value).GetHashCode(StringComparison.Ordinal), value => value));

    private static string Text<T>(T? value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Default);
}

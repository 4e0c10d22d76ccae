using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EngagementHub.Core.Keeping;

/// <summary>A record as data that can leave: every column that is mapped, whoever adds one later, and what belongs to it and to nothing else.</summary>
internal static class RecordText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new AsText<StaffId>(), new AsText<SubjectRef>() },
    };

    public static JsonObject Of(IModel model, object record, IReadOnlySet<string> without)
    {
        var kind = model.FindEntityType(record.GetType())!;
        var parts = kind.GetProperties().Cast<IReadOnlyPropertyBase>().Concat(kind.GetComplexProperties()).Concat(kind.GetNavigations().Where(n => n.TargetEntityType.IsOwned()));
        var text = new JsonObject();
        foreach (var part in parts.Where(p => !p.IsShadowProperty() && p.Name != nameof(Entity.Version) && !without.Contains(p.Name)))
        {
            var value = part.PropertyInfo is { } property ? property.GetValue(record) : part.FieldInfo?.GetValue(record);
            text[part.Name.TrimStart('_')] = value is null ? null : JsonSerializer.SerializeToNode(value, value.GetType(), Options);
        }

        return text;
    }

    private sealed class AsText<T> : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value!.ToString());
    }
}

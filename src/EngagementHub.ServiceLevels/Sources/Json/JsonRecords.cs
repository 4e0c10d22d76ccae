using System.Text.Json;

namespace EngagementHub.ServiceLevels.Sources.Json;

/// <summary>How a JSON text tells of tickets: where its records stand, and where in a record each field does.</summary>
internal sealed record JsonShape
{
    /// <summary>Where the records stand; nothing when the whole text is one record, or a list of them.</summary>
    public string Records { get; init; } = "";

    /// <summary>The fields, whose names are paths inside a record.</summary>
    public MappingRules Fields { get; init; } = new();

    /// <exception cref="BrokenRuleException">A path or a rule is wrong.</exception>
    public void Check()
    {
        Fields.Check();
        foreach (var path in Fields.Columns.Append(Records))
        {
            _ = JsonPath.Parse(path);
        }
    }
}

/// <summary>Reads the records of a JSON text.</summary>
internal sealed class JsonRecords
{
    private readonly JsonPath _records;
    private readonly Dictionary<string, JsonPath> _paths;
    private readonly RecordReader _reader;

    public JsonRecords(JsonShape shape, DateTimeOffset latest)
    {
        _records = JsonPath.Parse(shape.Records);
        _paths = shape.Fields.Columns.Distinct().ToDictionary(path => path, JsonPath.Parse);
        _reader = new RecordReader(shape.Fields, latest);
    }

    public IEnumerable<JsonElement> In(JsonElement text) => _records.FindAll(text);

    /// <exception cref="RejectedRowException">The record cannot be taken.</exception>
    public LogRow Read(JsonElement record) => _reader.Read(path => _paths[path].Text(record), 0);
}

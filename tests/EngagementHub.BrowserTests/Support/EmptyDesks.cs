using System.Text.Json.Nodes;

namespace EngagementHub.BrowserTests.Support;

/// <summary>The department of the demonstration before anything happened: its people, its code of conduct and its blogs, and nobody has said a word.</summary>
public sealed class EmptyDesks(Chromium chromium) : BrowserFixture(chromium)
{
    // feature, Staff, CodeOfConduct; the first content step is the blogs. All that follows is the story.
    private static readonly string[] Kept = ["feature", "Staff", "CodeOfConduct"];

    protected override string Recipe
    {
        get
        {
            var story = JsonNode.Parse(File.ReadAllText(base.Recipe))!;
            var steps = story["steps"]!.AsArray();
            var blogs = steps.First(s => s!["name"]!.GetValue<string>() == "content");
            story["steps"] = new JsonArray([.. steps.Where(s => s == blogs || Kept.Contains(s!["name"]!.GetValue<string>())).Select(s => s!.DeepClone())]);
            var path = Path.Combine(Folder, "empty-desks.recipe.json");
            File.WriteAllText(path, story.ToJsonString());
            return path;
        }
    }
}

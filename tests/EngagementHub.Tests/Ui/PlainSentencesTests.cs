using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EngagementHub.Tests.Ui;

/// <summary>What cannot be read from a form is answered in the hub's own words, whatever the value was.</summary>
public sealed class PlainSentencesTests(HubFixture hub) : IClassFixture<HubFixture>
{
    [Theory]
    [InlineData("\0")]
    [InlineData("5\0")]
    [InlineData("a\0b")]
    [InlineData("\u0001")]
    [InlineData("")]
    [InlineData("99999999999999999999")]
    public void No_sentence_of_the_framework_is_left_and_none_repeats_what_no_screen_shows(string typed)
    {
        var (ours, theirs) = (All(hub.Services.GetRequiredService<IOptions<MvcOptions>>().Value.ModelBindingMessageProvider, typed), All(new DefaultModelBindingMessageProvider(), typed));

        Assert.Equal(theirs.Count, ours.Count);
        Assert.Empty(ours.Intersect(theirs));
        Assert.All(ours, sentence =>
        {
            Assert.DoesNotContain(sentence, char.IsControl);
            Assert.DoesNotContain("“”", sentence, StringComparison.Ordinal);
            Assert.DoesNotContain("value", sentence, StringComparison.OrdinalIgnoreCase);
        });
    }

    /// <summary>Each of the framework's accessors, so that one that a later version adds is asked too.</summary>
    private static List<string> All(DefaultModelBindingMessageProvider messages, string typed) =>
        [.. typeof(DefaultModelBindingMessageProvider).GetProperties().Where(p => p.Name.EndsWith("Accessor", StringComparison.Ordinal)).Select(p => (string)((Delegate)p.GetValue(messages)!).DynamicInvoke([.. Given(p, typed)])!)];

    // Of one thing it is the field's name, unless the sentence is about what was typed.
    private static IEnumerable<object> Given(PropertyInfo accessor, string typed) => accessor.PropertyType.GetMethod("Invoke")!.GetParameters().Length switch
    {
        0 => [],
        1 => [accessor.Name is "ValueIsInvalidAccessor" or "ValueMustNotBeNullAccessor" or "NonPropertyAttemptedValueIsInvalidAccessor" ? typed : "FirstDay"],
        _ => [typed, "FirstDay"],
    };
}

using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Core.Ui;

/// <summary>Turns the hub's form fields on.</summary>
public static class HubUi
{
    /// <summary>Binds what the hub's form fields send: dates in three parts, and texts whose line breaks count once.</summary>
    /// <param name="mvc">The host's pages.</param>
    public static IMvcBuilder AddHubUi(this IMvcBuilder mvc) => mvc.AddMvcOptions(options =>
    {
        // Behind the binders for the body and headers, before those for values from the form, route and query.
        var place = options.ModelBinderProviders.ToList().FindIndex(provider => provider is HeaderModelBinderProvider) + 1;
        options.ModelBinderProviders.Insert(place, new DateFieldBinderProvider());
        options.ModelBinderProviders.Insert(place, new TextBinderProvider());
        options.ModelBinderProviders.Insert(place, new ChosenBinderProvider());
        options.ModelMetadataDetailsProviders.Add(new PlainWords());
        SayPlainly(options.ModelBindingMessageProvider);
    });

    // As much as tells people which of the things they typed is meant, without what no screen shows.
    private static string Beginning(string typed)
    {
        var shown = string.Concat(typed.Where(c => !char.IsControl(c)));
        return shown.Length <= 60 ? shown : $"{shown[..60]}…";
    }

    private const string Sent = "What was sent cannot be read. Fill in the form again";

    private static string Unreadable(string name) => $"Enter the {FieldName.InWords(name).ToLowerInvariant()} again: what was sent cannot be read";

    private static void SayPlainly(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((typed, name) => Beginning(typed) is { Length: > 0 } shown ? $"{FieldName.InWords(name)} cannot be “{shown}”" : Unreadable(name));
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(typed => Beginning(typed) is { Length: > 0 } shown ? $"“{shown}” cannot be taken here" : Sent);
        messages.SetValueIsInvalidAccessor(typed => Beginning(typed) is { Length: > 0 } shown ? $"“{shown}” cannot be taken here" : Sent);
        messages.SetUnknownValueIsInvalidAccessor(Unreadable);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => Sent);
        messages.SetValueMustBeANumberAccessor(name => $"{FieldName.InWords(name)} must be a number");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Enter a number");
        messages.SetMissingKeyOrValueAccessor(() => Sent);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => Sent);
        // It is given what was typed, which is nothing or blanks, and not the name.
        messages.SetValueMustNotBeNullAccessor(_ => "Fill this in");
        messages.SetMissingBindRequiredValueAccessor(name => $"Enter the {FieldName.InWords(name).ToLowerInvariant()}");
    }
}

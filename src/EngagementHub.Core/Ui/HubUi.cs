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

    // As much as tells people which of the things they typed is meant.
    private static string Beginning(string typed) => typed.Length <= 60 ? typed : $"{typed[..60]}…";

    private static void SayPlainly(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((typed, name) => $"{FieldName.InWords(name)} cannot be “{Beginning(typed)}”");
        messages.SetValueMustBeANumberAccessor(name => $"{FieldName.InWords(name)} must be a number");
        messages.SetValueMustNotBeNullAccessor(name => $"Enter the {FieldName.InWords(name).ToLowerInvariant()}");
        messages.SetMissingBindRequiredValueAccessor(name => $"Enter the {FieldName.InWords(name).ToLowerInvariant()}");
    }
}

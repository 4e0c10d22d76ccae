using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace EngagementHub.Core.Ui;

/// <summary>Says of a field whose rule has no sentence of its own what to do, where the framework would speak of fields and strings.</summary>
internal sealed class PlainWords : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        if (context.Key.Name is not { } name)
        {
            return;
        }

        foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>().Where(r => r.ErrorMessage is null && r.ErrorMessageResourceName is null))
        {
            rule.ErrorMessage = Sentence(rule, FieldName.InWords(name));
        }
    }

    private static string? Sentence(ValidationAttribute rule, string field) => rule switch
    {
        RequiredAttribute => $"Fill in or choose the {field.ToLowerInvariant()}",
        StringLengthAttribute => $"{field} can have {{1}} characters at most",
        _ => null,
    };
}

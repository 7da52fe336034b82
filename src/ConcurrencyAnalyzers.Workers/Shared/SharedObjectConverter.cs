using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConcurrencyAnalyzers.Workers.Shared;

/// <summary>Finds the converters of shared objects. Public for source-generated contexts, which name it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SharedObjectConverterFactory : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeof(SharedObject).IsAssignableFrom(typeToConvert);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => SharedTypes.ConverterFor(typeToConvert);
}

/// <summary>A shared object on the wire: its number, where its memory is found, its length.</summary>
internal sealed class SharedObjectConverter<T>(Func<T, int> lengthOf, Func<long, string, int, T> open) : JsonConverter<T> where T : SharedObject
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        long? id = null;
        string? name = null;
        var length = 0;
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("A shared object is an array.");
        for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            if (i == 0)
                id = reader.GetInt64();
            else if (i == 1)
                name = reader.GetString();
            else
                length = reader.GetInt32();
        }
        if (id is not { } number || name is null || length < 0)
            throw new JsonException("A shared object has a number, a place and a length.");
        try
        {
            return SharedObjects.Receive(number, () => open(number, name, length));
        }
        catch (IOException e)
        {
            throw new WorkerException($"A {typeof(T).Name} that was passed to the job is gone; keep it until the job has ended, and do not dispose of it before. {e.Message}", e);
        }
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        SentObjects.Note(value);
        _ = Touch(value); // one that is disposed of is the sender's mistake
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Id);
        writer.WriteStringValue(value.Block.Name);
        writer.WriteNumberValue(lengthOf(value));
        writer.WriteEndArray();
    }

    private static unsafe bool Touch(T value) => value.Block.Start is not null;
}

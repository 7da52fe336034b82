// The wrapper never hands its value out but to a delegate it runs under its lock. difficulty: hard
namespace Cases.U554;

public sealed class Synchronized<T>(T value)
{
    private readonly Lock _gate = new();
    private readonly T _value = value;

    public void With(Action<T> action)
    {
        lock (_gate)
        {
            action(_value);
        }
    }

    public TResult Read<TResult>(Func<T, TResult> read)
    {
        lock (_gate)
        {
            return read(_value);
        }
    }
}

public static class SerialRegistry
{
    private static readonly Synchronized<Dictionary<string, int>> s_serials = new(new Dictionary<string, int>());

    public static int Next(string model) => s_serials.Read(serials =>
    {
        int next = serials.GetValueOrDefault(model) + 1;
        serials[model] = next;
        return next;
    });

    public static int[] NextMany(string[] models)
    {
        s_serials.With(serials => serials.EnsureCapacity(models.Length));
        return models.AsParallel().Select(Next).ToArray();
    }
}

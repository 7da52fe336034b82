// Rotates the signing key in the background and signs documents with it.
using System.Security.Cryptography;
using System.Text;

namespace Cases.U1598;

public sealed record SigningKey(Guid Id, byte[] Secret);

public sealed record Signed(string Body, Guid KeyId, string Signature);

public sealed class SigningKeys : IAsyncDisposable
{
    private readonly Timer _timer;
    private volatile SigningKey _current = Create();

    public SigningKeys(TimeSpan period)
    {
        _timer = new Timer(_ => Rotate(), null, period, period);
    }

    public SigningKey Current => _current;

    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    private void Rotate() => _current = Create();

    private static SigningKey Create() => new(Guid.NewGuid(), RandomNumberGenerator.GetBytes(32));
}

public sealed class DocumentSigner(SigningKeys keys)
{
    public Signed Sign(string body)
    {
        var key = keys.Current;
        byte[] hash = HMACSHA256.HashData(key.Secret, Encoding.UTF8.GetBytes(body));
        return new Signed(body, key.Id, Convert.ToHexString(hash));
    }

    public static async Task<int> SignAllAsync(IEnumerable<string> bodies)
    {
        await using var keys = new SigningKeys(TimeSpan.FromMilliseconds(5));
        var signer = new DocumentSigner(keys);
        var signatures = await Task.WhenAll(bodies.Select(body => Task.Run(() => signer.Sign(body))));
        return signatures.Select(s => s.KeyId).Distinct().Count();
    }
}

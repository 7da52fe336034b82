// Requests are signed over a canonical text of their fields; a batch of them is signed in parallel. difficulty: medium
using System.Security.Cryptography;
using System.Text;

namespace Cases.U1651;

public interface ISigner
{
    string Sign(IReadOnlyDictionary<string, string> fields);
}

internal static class CanonicalText
{
    private static readonly StringBuilder s_text = new(512);

    public static string Of(IReadOnlyDictionary<string, string> fields)
    {
        s_text.Clear(); // expect: RACE#1
        foreach (var name in fields.Keys.Order(StringComparer.Ordinal))
        {
            Append(name, fields[name]);
        }
        return s_text.ToString(); // expect: RACE#1
    }

    private static void Append(string name, string value)
    {
        s_text.Append(name).Append('='); // expect: RACE#1
        s_text.Append(Uri.EscapeDataString(value)).Append('\n'); // expect: RACE#1
    }
}

public sealed class HmacSigner(byte[] key) : ISigner
{
    public string Sign(IReadOnlyDictionary<string, string> fields)
    {
        var text = CanonicalText.Of(fields);
        return Convert.ToHexString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
    }
}

public sealed class BatchSender(ISigner signer, Func<string, Task<bool>> send)
{
    public async Task<int> SendAsync(IEnumerable<IReadOnlyDictionary<string, string>> requests)
    {
        var sends = requests.Select(request => Task.Run(() => SendOneAsync(request)));
        bool[] accepted = await Task.WhenAll(sends);
        return accepted.Count(a => a);
    }

    private Task<bool> SendOneAsync(IReadOnlyDictionary<string, string> request) => send(signer.Sign(request));
}

using System.Security.Cryptography;

namespace Cases.L1095;

public sealed class LicenseVerifier
{
    private static readonly object KeyLock = new();
    private static volatile ECDsa? s_key;
    private static int s_loads;

    private readonly string _product;

    public LicenseVerifier(string product) => _product = product;

    public static int Loads
    {
        get
        {
            lock (KeyLock)
            {
                return s_loads;
            }
        }
    }

    public bool Verify(byte[] license, byte[] signature)
    {
        byte[] digest = SHA256.HashData(license.Concat(System.Text.Encoding.UTF8.GetBytes(_product)).ToArray());
        ECDsa key = GetKey();
        lock (KeyLock)
        {
            return key.VerifyHash(digest, signature);
        }
    }

    private static ECDsa GetKey()
    {
        if (s_key is null) // expect: LAZY_INIT#1, CHECK_THEN_ACT?
        {
            lock (KeyLock)
            {
                ECDsa key = ECDsa.Create();
                key.ImportFromPem(File.ReadAllText("license.pem"));
                s_loads++;
                s_key = key; // expect: LAZY_INIT#1, CHECK_THEN_ACT?
            }
        }
        return s_key;
    }
}

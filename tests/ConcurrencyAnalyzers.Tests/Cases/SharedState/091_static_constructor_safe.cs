// Static tables are filled by the static constructor and only read afterwards.
namespace Cases.S091;

public static class Crc
{
    private static readonly uint[] s_table = new uint[256];
    private static readonly Dictionary<string, uint> s_seeds = [];

    static Crc()
    {
        for (uint i = 0; i < 256; i++)
        {
            uint c = i;
            for (int k = 0; k < 8; k++)
            {
                c = (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
            }

            s_table[i] = c;
        }

        s_seeds["zip"] = 0xFFFFFFFF;
    }

    public static uint[] All(byte[][] blocks)
    {
        var result = new uint[blocks.Length];
        Parallel.For(0, blocks.Length, i =>
        {
            uint crc = s_seeds["zip"];
            foreach (byte b in blocks[i])
            {
                crc = s_table[(crc ^ b) & 0xFF] ^ (crc >> 8);
            }

            result[i] = crc;
        });
        return result;
    }
}
